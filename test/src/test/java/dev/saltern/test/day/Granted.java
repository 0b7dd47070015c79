/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.day;

import dev.saltern.test.kit.calls.NeededAccess;
import dev.saltern.test.kit.calls.RecordedCall;
import dev.saltern.test.kit.iam.AccessRequest;
import dev.saltern.test.kit.iam.TemplateRoles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a command asked of S3 and Glue, held against the roles that carry it out in a deployed stack and against the policy of the lake's
 * bucket.
 */
final class Granted {
    private static final List<String> STRANGERS =
            List.of("SchedulerRole", "MachineRole", "ArrivalRole", "JudgeRole", "ReapRole", "ServiceRole");
    private static final Map<String, List<String>> ROLES =
            Map.of("run", List.of("InstanceRole", "RuntimeRole"), "gc", List.of("GcRole"));

    private final TemplateRoles roles;

    Granted(Map<String, String> parameters) {
        roles = new TemplateRoles(
                TemplateRoles.read(Saltern.projectConf().resolve("deploy/template.yaml"), parameters), "LakePolicy");
    }

    /** Returns what the command's roles would be denied, and what it changed that other roles could change too. */
    List<String> problems(String command, List<RecordedCall> calls) {
        List<String> problems = new ArrayList<>();
        for (AccessRequest needed : NeededAccess.of(calls)) {
            ROLES.getOrDefault(command, List.of("PublisherRole")).stream()
                    .filter(role -> !roles.allows(role, needed))
                    .forEach(role -> problems.add(command + " needs what " + role + " may not: " + needed));
            STRANGERS.stream()
                    .filter(role -> isChange(needed) && roles.allows(role, needed))
                    .forEach(role -> problems.add(role + " may do what " + command + " does: " + needed));
        }
        return problems;
    }

    private static boolean isChange(AccessRequest request) {
        String verb = request.action().substring(request.action().indexOf(':') + 1);
        return !verb.startsWith("Get") && !verb.startsWith("List") && !verb.startsWith("BatchGet");
    }
}
