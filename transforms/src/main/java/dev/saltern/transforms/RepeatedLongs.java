/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.transforms;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;

/**
 * Passes on each number that came before in its partition: of three equal ones, two.
 *
 * <p>A function and not a grouping: that keeps a row with a counter for each number where nearly all come once, here it is the number alone.
 * Serializable.
 */
final class RepeatedLongs implements MapPartitionsFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Long> call(Iterator<Long> numbers) {
        return new Repeated(numbers);
    }

    private static final class Repeated implements Iterator<Long> {
        private final Iterator<Long> numbers;
        private final LongSet seen = new LongSet();
        private boolean isReady;
        private long next;

        Repeated(Iterator<Long> numbers) {
            this.numbers = numbers;
        }

        @Override
        public boolean hasNext() {
            while (!isReady && numbers.hasNext()) {
                next = numbers.next();
                isReady = !seen.add(next);
            }
            return isReady;
        }

        @Override
        public Long next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            isReady = false;
            return next;
        }
    }
}
