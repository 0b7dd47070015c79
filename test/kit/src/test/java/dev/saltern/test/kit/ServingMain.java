/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

/** A process that starts the emulator, prints its process id, and waits to be killed. */
final class ServingMain {
    private ServingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(
                EmulatorProcess.start(PythonEnvironment.require()).handle().pid());
        Thread.sleep(60_000);
    }
}
