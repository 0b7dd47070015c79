/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.quality;

/** Where the answer to a rule came from, from the cheapest to the dearest. */
public enum ProvenBy {
    /** The names and types of the columns; no row was looked at. */
    SCHEMA("schema", 0),
    /** The step before grouped by the columns, so no two rows can share them. */
    GROUPED_KEYS("grouped keys", 0),
    /** Counts, NULLs, least and greatest values in the footers of the Parquet files. */
    FOOTERS("footers", 0),
    /** The dictionaries of the Parquet files, which hold every value of the column. */
    DICTIONARIES("dictionaries", 0),
    /** Counters that rode in the job that wrote the rows. */
    WRITE("the write", 0),
    /** Rows that were set aside while they were written, and counted in the files that they went to. */
    SET_ASIDE("rows set aside", 0),
    /** One pass over the columns that rules name, shared by all rules of this kind. */
    PASS("one pruned pass", 1),
    /** Rows brought together by key; one for each distinct set of columns. */
    GROUPING("a grouping", 1),
    /** Other data than the table: a join, or SQL of the user. */
    OTHER_DATA("other data", 1),
    /** Names, sizes, times and contents of files. */
    FILES("files", 0),
    /** The results of the rules that this one is made of. */
    PARTS("its parts", 0);

    private final String label;
    private final int jobs;

    ProvenBy(String label, int jobs) {
        this.label = label;
        this.jobs = jobs;
    }

    /** Returns the source in a few words, to follow "by". */
    public String label() {
        return label;
    }

    /** Returns how many Spark jobs a rule, or the rules that share them, cost beyond the write. */
    public int jobs() {
        return jobs;
    }
}
