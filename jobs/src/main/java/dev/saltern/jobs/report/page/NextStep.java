/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

/**
 * What a person may do now.
 *
 * @param why in a few words
 * @param command the command that does it
 */
public record NextStep(String why, String command) {}
