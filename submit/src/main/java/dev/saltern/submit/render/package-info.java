/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A day's launch in the words of others: EventBridge Scheduler, Step Functions, Airflow. All of them start the cluster by the request
 * that {@code saltern launch} would send, with the words of the day left open.
 *
 * <p>May not call AWS, nor know the commands.
 */
@NullMarked
package dev.saltern.submit.render;

import org.jspecify.annotations.NullMarked;
