/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.load;

import dev.saltern.conf.Pipeline;
import java.nio.file.Path;

/**
 * A pipeline that was read and found right.
 *
 * @param pipeline the pipeline, with variables put in
 * @param file the file that it was read from, as the user typed it
 * @param origins where each of its keys stands
 * @param fingerprint SHA-256 in hexadecimal of what the pipeline says, with the texts of the files that it names: comments, formatting and
 *     variables that nothing uses do not change it
 */
public record LoadedPipeline(Pipeline pipeline, Path file, Origins origins, String fingerprint) {}
