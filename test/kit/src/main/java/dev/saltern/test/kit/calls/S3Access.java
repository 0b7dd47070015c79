/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit.calls;

import dev.saltern.test.kit.iam.AccessRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a request to S3 needs, as the service's authorization reference says. */
final class S3Access {
    private static final Pattern DELETED =
            Pattern.compile("<Object>\\s*<Key>(.*?)</Key>(\\s*<VersionId>.*?</VersionId>)?", Pattern.DOTALL);

    private final RecordedCall call;
    private final Map<String, String> parameters;
    private final String bucket;
    private final String key;

    S3Access(RecordedCall call) {
        this.call = call;
        this.parameters = call.parameters();
        String path = call.plainPath();
        int slash = path.indexOf('/');
        this.bucket = slash < 0 ? path : path.substring(0, slash);
        this.key = slash < 0 ? "" : path.substring(slash + 1);
    }

    List<AccessRequest> needed() {
        return key.isEmpty() ? ofBucket() : ofObject();
    }

    private List<AccessRequest> ofBucket() {
        if (call.method().equals("POST") && parameters.containsKey("delete")) {
            List<AccessRequest> needed = new ArrayList<>();
            Matcher object = DELETED.matcher(call.body());
            while (object.find()) {
                String action = object.group(2) == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
                needed.add(AccessRequest.of(action, arn() + "/" + plain(object.group(1))));
            }
            return needed;
        }
        return switch (call.method()) {
            case "HEAD" -> List.of(AccessRequest.of("s3:ListBucket", arn()));
            case "GET" -> List.of(AccessRequest.of(listing(), arn()));
            default -> throw unknown();
        };
    }

    private String listing() {
        return parameters.containsKey("location")
                ? "s3:GetBucketLocation"
                : parameters.containsKey("uploads")
                        ? "s3:ListBucketMultipartUploads"
                        : parameters.containsKey("versions") ? "s3:ListBucketVersions" : "s3:ListBucket";
    }

    private List<AccessRequest> ofObject() {
        String object = arn() + "/" + key;
        boolean isUpload = parameters.containsKey("uploadId");
        String version = parameters.containsKey("versionId") ? "Version" : "";
        return switch (call.method()) {
            case "GET", "HEAD" ->
                List.of(AccessRequest.of(isUpload ? "s3:ListMultipartUploadParts" : "s3:GetObject" + version, object));
            case "DELETE" ->
                List.of(AccessRequest.of(isUpload ? "s3:AbortMultipartUpload" : "s3:DeleteObject" + version, object));
            // An object comes into being by a plain PUT, or at the end of an upload in parts.
            case "PUT" -> written(object, !isUpload);
            case "POST" -> written(object, isUpload);
            default -> throw unknown();
        };
    }

    private List<AccessRequest> written(String object, boolean creates) {
        AccessRequest put =
                AccessRequest.of("s3:PutObject", object).with("s3:ObjectCreationOperation", Boolean.toString(creates));
        AccessRequest asked = call.ifNoneMatch().isEmpty() ? put : put.with("s3:if-none-match", call.ifNoneMatch());
        if (call.copySource().isEmpty()) {
            return List.of(asked);
        }
        String source = call.copySource().replaceFirst("^/", "");
        return List.of(asked, AccessRequest.of("s3:GetObject", "arn:aws:s3:::" + source));
    }

    private String arn() {
        return "arn:aws:s3:::" + bucket;
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("Cannot tell what this needs: " + call);
    }
}
