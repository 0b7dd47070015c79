/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish.run;

/**
 * A file that a run read.
 *
 * @param path its full path
 * @param size its length in bytes
 * @param version what changes with its content: the entity tag of an object, or the modification time in milliseconds as text
 */
public record InputFile(String path, long size, String version) {}
