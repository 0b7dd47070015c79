/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

import dev.saltern.conf.Key;

/**
 * A run on EMR Serverless: workers instead of machines, paid by the second.
 *
 * @param architecture what the application's processors are: it decides the price
 * @param driverCores the driver's virtual processors
 * @param driverMemoryGib the driver's memory
 * @param executorCores an executor's virtual processors
 * @param executorMemoryGib an executor's memory
 * @param executorDiskGib an executor's disk
 * @param maxExecutors how many executors there may be at once
 */
public record ServerlessJob(
        @Key(doc = "What the application's processors are; it decides the price.", defaultValue = "graviton")
        Architecture architecture,

        @Key(doc = "Virtual processors of the driver: 1, 2, 4, 8 or 16.", defaultValue = "4")
        int driverCores,

        @Key(doc = "Memory of the driver in GiB: 2 to 8 for each processor.", defaultValue = "16")
        int driverMemoryGib,

        @Key(doc = "Virtual processors of an executor: 1, 2, 4, 8 or 16.", defaultValue = "4")
        int executorCores,

        @Key(doc = "Memory of an executor in GiB: 2 to 8 for each processor.", defaultValue = "16")
        int executorMemoryGib,

        @Key(
                doc = "Disk of an executor in GiB, 20 to 200; shuffles go there, and the first 20 cost nothing.",
                defaultValue = "60")
        int executorDiskGib,

        @Key(doc = "How many executors there may be at once; 1 to 1000.", defaultValue = "16")
        int maxExecutors) {}
