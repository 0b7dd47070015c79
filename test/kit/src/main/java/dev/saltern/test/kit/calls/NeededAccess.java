/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.calls;

import dev.saltern.test.kit.iam.AccessRequest;
import java.util.Collection;
import java.util.List;

/** What IAM is asked about a request. */
public final class NeededAccess {
    private NeededAccess() {}

    /** Returns what the requests need, each once, in the order in which it was first needed. */
    public static List<AccessRequest> of(Collection<RecordedCall> calls) {
        return calls.stream().flatMap(call -> of(call).stream()).distinct().toList();
    }

    private static List<AccessRequest> of(RecordedCall call) {
        return call.target().isEmpty() ? new S3Access(call).needed() : GlueAccess.needed(call);
    }
}
