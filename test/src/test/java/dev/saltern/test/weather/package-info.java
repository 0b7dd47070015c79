/* SPDX-License-Identifier: Apache-2.0 */
/** What goes wrong with requests to AWS: by seed, in an interceptor of the SDK that S3A and the clients of the product share. */
package dev.saltern.test.weather;
