/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.submit.aws.LiveLogs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The job's own lines as they come, where the account has a log group; elsewhere they are on S3 minutes later. */
final class Tail {
    private final Voice voice;
    private final @Nullable LiveLogs logs;

    private Tail(Voice voice, @Nullable LiveLogs logs) {
        this.voice = voice;
        this.logs = logs;
    }

    static Tail of(Work work, Instant began) {
        String group = work.spec().account().logGroup();
        LiveLogs logs =
                group == null ? null : work.aws().logs(group, work.spec().streamPrefix(), began);
        return new Tail(work.voice(), logs);
    }

    void tell() {
        if (logs != null) {
            logs.next().forEach(line -> voice.say("  | " + line));
        }
    }
}
