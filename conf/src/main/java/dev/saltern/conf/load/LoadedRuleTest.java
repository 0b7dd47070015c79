/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.RuleTest;
import java.nio.file.Path;

/**
 * A test of rules with where its parts stand.
 *
 * @param test the test
 * @param file its file as the user typed it
 * @param origins where each of its keys stands
 */
public record LoadedRuleTest(RuleTest test, Path file, Origins origins) {}
