/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

/**
 * What becomes of one resource.
 *
 * @param action {@code Add}, {@code Modify}, {@code Remove}, {@code Import} or {@code Dynamic}
 * @param id the resource's name in the template
 * @param type such as {@code AWS::S3::Bucket}
 * @param replacement {@code True} or {@code Conditional} if it is made anew, else the empty text
 */
public record StackChange(String action, String id, String type, String replacement) {
    @Override
    public String toString() {
        return action + "  " + id + "  " + type + (replacement.equals("True") ? "  made anew" : "");
    }
}
