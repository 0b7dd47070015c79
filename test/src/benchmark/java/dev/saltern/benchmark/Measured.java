/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark;

/**
 * One run of one contestant.
 *
 * @param wallSeconds time that passed
 * @param cpuSeconds processor time of the whole process, compilers and garbage collector included
 * @param jobs Spark jobs that were started
 * @param rowsRead rows that all scans gave
 */
record Measured(double wallSeconds, double cpuSeconds, int jobs, long rowsRead) {}
