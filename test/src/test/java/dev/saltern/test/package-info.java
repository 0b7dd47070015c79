/* SPDX-License-Identifier: Apache-2.0 */
/** What crosses modules: the arrows, and whole days from raw files to tables. May depend on every module. */
package dev.saltern.test;
