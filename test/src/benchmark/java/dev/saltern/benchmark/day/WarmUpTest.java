/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void isSettledWhenNoWorkChangesByATenth() {
        WarmUp warmUp = new WarmUp();
        assertThat(warmUp.isSettled()).isFalse();
        warmUp.ran("large", 20);
        warmUp.ran("small", 10);
        assertThat(warmUp.isSettled()).as("once is no change").isFalse();
        warmUp.ran("large", 19);
        warmUp.ran("small", 8);
        assertThat(warmUp.isSettled()).as("the small one is a fifth less").isFalse();
        warmUp.ran("large", 15);
        warmUp.ran("small", 8);
        assertThat(warmUp.isSettled()).as("the large one changed").isFalse();
        warmUp.ran("large", 16);
        warmUp.ran("small", 7.5);
        assertThat(warmUp.isSettled()).isTrue();
    }
}
