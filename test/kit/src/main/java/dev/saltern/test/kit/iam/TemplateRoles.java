/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The roles of a template, and what they may do to a bucket whose policy is in it too.
 *
 * @param template the template
 * @param bucketPolicy the resource that is the bucket's policy
 */
public record TemplateRoles(ResolvedTemplate template, String bucketPolicy) {
    /** Reads a template, with values in place of the defaults of its parameters. */
    public static ResolvedTemplate read(Path file, Map<String, String> parameters) {
        try {
            Object members = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new ResolvedTemplate(Policies.object(members), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Returns the names of the roles. */
    public List<String> names() {
        return template.resources("AWS::IAM::Role");
    }

    /** Returns whether the role may do it. */
    public boolean allows(String role, AccessRequest request) {
        return new PolicyEvaluator(ResolvedTemplate.arn(role), template.statements(role), onBucket()).allows(request);
    }

    /** Returns whether somebody may do it to whom the account allows everything. */
    public boolean allowsAdministrator(AccessRequest request) {
        Map<String, Object> everything = Map.of("Effect", "Allow", "Action", "*", "Resource", "*");
        return new PolicyEvaluator(ResolvedTemplate.arn("admin"), List.of(everything), onBucket()).allows(request);
    }

    private List<Map<String, Object>> onBucket() {
        Object document = template.properties(bucketPolicy).get("PolicyDocument");
        if (document == null) {
            throw new IllegalArgumentException("Cannot evaluate " + bucketPolicy + ": it has no PolicyDocument");
        }
        return Policies.statements(document);
    }
}
