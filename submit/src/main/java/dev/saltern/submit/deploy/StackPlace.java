/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.deploy;

import dev.saltern.conf.Account;
import dev.saltern.conf.Environment;
import dev.saltern.conf.ExitCode;
import dev.saltern.conf.Pipeline;
import dev.saltern.conf.SalternException;
import dev.saltern.submit.aws.Address;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a pipeline's things lie, as the template asks for it.
 *
 * @param stack the stack's name
 * @param lake the folder of the tables
 * @param raw the folder that all raw files are below
 * @param account the account, with the names of the roles that the stack makes
 */
public record StackPlace(String stack, Address lake, Address raw, Account account) {
    private static final String VARIABLE = "${";

    /**
     * Finds them.
     *
     * @throws SalternException if one of them is not on S3, or the code lies in a bucket that the stack would make
     */
    public static StackPlace of(String stack, Environment environment, Account account, Pipeline pipeline) {
        Address lake = remote("lake", environment.lake());
        Address code = remote("aws.code", account.code());
        Address logs = remote("aws.logs", account.logs());
        Address raw = raw(pipeline);
        for (Address made : List.of(lake, logs, raw)) {
            if (made.bucket().equals(code.bucket())) {
                throw new SalternException(
                        ExitCode.INVALID_CONFIGURATION,
                        "Invalid aws.code: " + code + " (must be in a bucket of its own: the stack makes that of "
                                + made + ", and is made from what lies in this one)");
            }
        }
        return new StackPlace(stack, lake, raw, named(stack, account));
    }

    /** Returns the parameters that follow from it. */
    public Map<String, String> parameters(Environment environment) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("LakeBucket", lake.bucket());
        parameters.put("LakePrefix", folder(lake));
        parameters.put("Lake", lake.toString());
        parameters.put("RawBucket", raw.bucket());
        parameters.put("RawPrefix", folder(raw));
        parameters.put("LogBucket", Address.parse(account.logs()).bucket());
        parameters.put("LogFolder", Address.parse(account.logs()).toString());
        parameters.put("CodeBucket", Address.parse(account.code()).bucket());
        parameters.put("Database", environment.database());
        parameters.put("Environment", environment.name());
        parameters.put("ServiceRoleName", account.serviceRole());
        parameters.put("InstanceProfileName", account.instanceProfile());
        return parameters;
    }

    /** Returns the buckets that the stack makes unless they are there. */
    public List<String> buckets() {
        return List.of(
                        lake.bucket(),
                        raw.bucket(),
                        Address.parse(account.logs()).bucket())
                .stream()
                .distinct()
                .toList();
    }

    private static String folder(Address address) {
        return address.key().isEmpty() ? "" : address.key() + "/";
    }

    /** The roles that EMR makes by itself may do more than the stack's; whoever names others gets the stack's under these names. */
    private static Account named(String stack, Account account) {
        boolean isOwn = !account.serviceRole().equals(Account.DEFAULT_SERVICE_ROLE);
        boolean isOwnProfile = !account.instanceProfile().equals(Account.DEFAULT_INSTANCE_PROFILE);
        return new Account(
                account.region(),
                account.code(),
                account.logs(),
                account.logGroup(),
                account.subnets(),
                isOwn ? account.serviceRole() : stack + "-emr",
                isOwnProfile ? account.instanceProfile() : stack + "-emr-instance",
                account.jobRole(),
                account.application(),
                account.securityConfiguration(),
                account.owner(),
                account.tags());
    }

    /** Returns the folder that the paths of all sources have in common, up to what hangs on the day. */
    private static Address raw(Pipeline pipeline) {
        String common = null;
        for (dev.saltern.conf.Source source : pipeline.sources().values()) {
            String path = remote("path", source.path()).toString();
            String fixed = path.contains(VARIABLE) ? path.substring(0, path.indexOf(VARIABLE)) : path;
            common = common == null ? fixed : commonStart(common, fixed);
        }
        String start = String.valueOf(common);
        int slash = start.lastIndexOf('/');
        Address raw = Address.parse(slash < "s3://".length() ? start : start.substring(0, slash));
        if (raw.bucket().isEmpty()
                || pipeline.sources().values().stream()
                        .anyMatch(
                                source -> !Address.parse(source.path()).bucket().equals(raw.bucket()))) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot deploy " + pipeline.name()
                            + ": its sources lie in several buckets. A stack listens to one");
        }
        return raw;
    }

    private static String commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    private static Address remote(String key, String text) {
        Address address = Address.parse(text);
        if (!address.isRemote()) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Invalid " + key + ": " + text + " (must be an s3:// address to be deployed)");
        }
        return address;
    }
}
