/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.jobs.publish;

import dev.saltern.jobs.publish.run.RunFolder;
import dev.saltern.jobs.publish.store.LakeStore;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<Optional<Receipt>> standing = claims.stream().map(this::standing).toList();
        List<Claimed> open = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (standing.get(i).isEmpty() && claims.get(i).hasChanges()) {
                open.add(claims.get(i));
            }
        }
        List<Map<Map<String, String>, Long>> counts = verifier.count(open);
        List<Receipt> receipts = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claimed claim = claims.get(i);
            int counted = open.indexOf(claim);
            receipts.add(standing.get(i).orElseGet(() -> write(claim, counted < 0 ? Map.of() : counts.get(counted))));
        }
        return receipts;
    }

    private Receipt write(Claimed claim, Map<Map<String, String>, Long> counted) {
        long rows = verifier.compare(claim, counted);
        Receipt receipt =
                Receipt.of(claim.table(), claim.entry(), rows, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        folder(claim).writeOnce(RunFolder.RECEIPT, receipt);
        return receipt;
    }

    private Optional<Receipt> standing(Claimed claim) {
        return folder(claim).read(RunFolder.RECEIPT, Receipt.class);
    }

    private RunFolder folder(Claimed claim) {
        return new RunFolder(lake, claim.table().table(), claim.run());
    }
}
