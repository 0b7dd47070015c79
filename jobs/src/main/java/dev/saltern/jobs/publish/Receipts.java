/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Verifies committed runs and writes their receipts. */
final class Receipts {
    private final LakeStore lake;
    private final Verifier verifier;
    private final InstantSource clock;

    Receipts(LakeStore lake, Verifier verifier, InstantSource clock) {
        this.lake = lake;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Returns the receipt of each entry: that which stands, or one that is written once the rows are counted. All are counted at once; one
     * that does not hold leaves those before it confirmed.
     *
     * @param claims entries of tables whose catalog follows them or newer ones
     * @throws dev.saltern.conf.SalternException if readers get other rows than an entry says
     */
    List<Receipt> confirm(List<Claimed> claims) {
        Map<Claimed, Receipt> standing = new HashMap<>();
        for (Claimed claim : claims) {
            folder(claim).read(RunFolder.RECEIPT, Receipt.class).ifPresent(receipt -> standing.put(claim, receipt));
        }
        Map<Claimed, Map<Map<String, String>, Long>> counts = verifier.count(
                claims.stream().filter(claim -> !standing.containsKey(claim)).toList());
        List<Receipt> receipts = new ArrayList<>();
        for (Claimed claim : claims) {
            Receipt receipt = standing.get(claim);
            receipts.add(receipt != null ? receipt : write(claim, counts.getOrDefault(claim, Map.of())));
        }
        return receipts;
    }

    private Receipt write(Claimed claim, Map<Map<String, String>, Long> counted) {
        long rows = verifier.compare(claim, counted);
        Receipt receipt =
                Receipt.of(claim.table(), claim.entry(), rows, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        folder(claim).writeOnce(RunFolder.RECEIPT, receipt);
        Crash.at(CrashPoint.AFTER_RECEIPT);
        return receipt;
    }

    private RunFolder folder(Claimed claim) {
        return new RunFolder(lake, claim.table().table(), claim.run());
    }
}
