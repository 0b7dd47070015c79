/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.protocol;

import dev.saltern.conf.ExitCode;
import dev.saltern.jobs.publish.journal.EntryKind;
import dev.saltern.jobs.publish.redirect.Redirect;
import dev.saltern.jobs.publish.redirect.Redirection;
import dev.saltern.jobs.publish.redirect.Redirector;
import dev.saltern.jobs.publish.rollback.RollbackGoal;
import dev.saltern.jobs.publish.run.IdempotencyKey;
import dev.saltern.jobs.publish.run.RunId;
import dev.saltern.jobs.publish.table.LakeTable;
import dev.saltern.jobs.publish.table.LakeTables;
import dev.saltern.jobs.publish.table.PartitionFiles;
import java.util.List;

/**
 * The rollback of the product to a version.
 *
 * @param number names it
 * @param version the version
 */
record Rollback(int number, long version) implements Program, Program.Step {
    @Override
    public RunId runId() {
        return Day.id("all-00000000", number);
    }

    @Override
    public Step first() {
        return this;
    }

    @Override
    public Object run(Desk desk) {
        LakeTables tables = new LakeTables(desk.stores.lake(), desk.stores.journal());
        LakeTable table = tables.load(Desk.TABLE.table());
        RollbackGoal goal = new RollbackGoal.ToVersion(version);
        List<Redirect> redirects = new dev.saltern.jobs.publish.rollback.Rollback(
                        tables, new PartitionFiles(desk.stores.lake(), tables), goal)
                .plan(List.of(table))
                .get(table);
        if (redirects.isEmpty()) {
            return ExitCode.DONE;
        }
        IdempotencyKey key = IdempotencyKey.of(List.of(), "rollback", "to", Long.toString(version));
        Redirection redirection = new Redirection(EntryKind.ROLLBACK, runId(), key, goal.toString(), redirects);
        new Redirector(desk.stores, desk.publisher, desk.clock).redirect(Desk.TABLE, redirection);
        return ExitCode.DONE;
    }

    @Override
    public String toString() {
        return "rollback to version " + version;
    }
}
