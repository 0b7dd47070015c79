/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.report.page;

import java.util.List;

/**
 * Where the rows of a run went, as a picture: what flows into a node flows out of it.
 *
 * <p>There are two parts: from files to kept rows, and from what the last steps gave to tables. Between them steps join and group, which
 * makes rows of their own.
 *
 * @param nodes where rows come from, pass and end
 * @param flows how many rows go from where to where
 */
public record RowAccount(List<Node> nodes, List<Flow> flows) {
    /** Copies the lists. */
    public RowAccount {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    /** What a node is. */
    public enum Kind {
        READ,
        KEPT,
        CORRUPT,
        QUARANTINED,
        DROPPED,
        OUTSIDE,
        ELSEWHERE,
        DUPLICATES,
        GIVEN,
        WRITTEN
    }

    /** The two parts of the picture. */
    public enum Part {
        READ,
        WRITTEN
    }

    /**
     * A place of rows.
     *
     * @param id names it within the picture
     * @param label what a person reads
     * @param rows how many rows it has
     */
    public record Node(String id, Part part, Kind kind, String label, long rows) {}

    /** Rows that go from a node to another. */
    public record Flow(String from, String to, long rows) {}

    /** Returns whether every node takes in and gives out just its rows, where it does so at all. */
    public boolean balances() {
        return nodes.stream().allMatch(node -> {
            List<Flow> in =
                    flows.stream().filter(flow -> flow.to().equals(node.id())).toList();
            List<Flow> out =
                    flows.stream().filter(flow -> flow.from().equals(node.id())).toList();
            return (in.isEmpty() || sum(in) == node.rows()) && (out.isEmpty() || sum(out) == node.rows());
        });
    }

    private static long sum(List<Flow> flows) {
        return flows.stream().mapToLong(Flow::rows).sum();
    }
}
