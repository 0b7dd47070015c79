/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An evaluator of IAM policies: identity and resource policies with wildcards and the conditions that Saltern's template uses, and the
 * intrinsic functions of CloudFormation that stand in them. It is no IAM: boundaries, sessions and organizations it does not know, and a
 * condition that it does not know is an error, never a guess.
 *
 * <p>May not depend on the product.
 */
@NullMarked
package dev.saltern.test.kit.iam;

import org.jspecify.annotations.NullMarked;
