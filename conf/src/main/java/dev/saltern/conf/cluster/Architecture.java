/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.cluster;

/** What the processors of a cluster are; all of its machines are of one kind. */
public enum Architecture {
    /** AWS Graviton: 64-bit ARM. */
    GRAVITON,
    /** Intel and AMD: 64-bit x86. */
    X86
}
