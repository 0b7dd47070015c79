/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.calls;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.saltern.test.kit.iam.AccessRequest;
import dev.saltern.test.kit.iam.ResolvedTemplate;
import java.util.ArrayList;
import java.util.List;

/** What a request to Glue needs: the action on the catalog, on the database, and on the table if one is named. */
final class GlueAccess {
    private static final String SERVICE = "AWSGlue.";
    private static final String ARN = "arn:aws:glue:us-east-1:" + ResolvedTemplate.ACCOUNT + ":";

    private GlueAccess() {}

    static List<AccessRequest> needed(RecordedCall call) {
        if (!call.target().startsWith(SERVICE)) {
            throw new IllegalArgumentException("Cannot tell what this needs: " + call);
        }
        String action = "glue:" + call.target().substring(SERVICE.length());
        JsonNode body = parsed(call.body());
        boolean isDatabase = call.target().endsWith("Database");
        String database = body.path(isDatabase ? "Name" : "DatabaseName").asText();
        String table = isDatabase
                ? ""
                : body.has("TableName")
                        ? body.path("TableName").asText()
                        : body.has("TableInput")
                                ? body.at("/TableInput/Name").asText()
                                : body.path("Name").asText();
        List<AccessRequest> needed = new ArrayList<>();
        needed.add(AccessRequest.of(action, ARN + "catalog"));
        if (!database.isEmpty()) {
            needed.add(AccessRequest.of(action, ARN + "database/" + database));
        }
        if (!table.isEmpty()) {
            needed.add(AccessRequest.of(action, ARN + "table/" + database + "/" + table));
        }
        return needed;
    }

    private static JsonNode parsed(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot read the body: " + e.getOriginalMessage(), e);
        }
    }
}
