/* SPDX-License-Identifier: Apache-2.0 */
/** What people see of a run, in the browser that they see it in. */
package dev.saltern.test.page;
