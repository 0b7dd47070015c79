/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

/** Where a launch tells what happens. */
public interface Voice {
    /** Tells nothing. */
    Voice SILENT = new Voice() {
        @Override
        public void say(String line) {}

        @Override
        public void progress(String line) {}
    };

    /** Tells an event. */
    void say(String line);

    /** Shows how far it is; replaces what was shown before where that is possible. */
    void progress(String line);
}
