/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Holds a request against the API's model: required members, values of enums, lengths of texts. The SDK carries the enums; the required
 * members of these two services and the lengths it leaves out, so they stand here.
 */
final class ModelCheck {
    private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

    /** What the API reference says is required, by shape. */
    private static final Map<String, Set<String>> REQUIRED = Map.ofEntries(
            Map.entry("RunJobFlowRequest", Set.of("Name", "Instances")),
            Map.entry("InstanceFleetConfig", Set.of("InstanceFleetType")),
            Map.entry("InstanceTypeConfig", Set.of("InstanceType")),
            Map.entry("StepConfig", Set.of("Name", "HadoopJarStep")),
            Map.entry("HadoopJarStepConfig", Set.of("Jar")),
            Map.entry("BootstrapActionConfig", Set.of("Name", "ScriptBootstrapAction")),
            Map.entry("ScriptBootstrapActionConfig", Set.of("Path")),
            Map.entry("ComputeLimits", Set.of("UnitType", "MinimumCapacityUnits", "MaximumCapacityUnits")),
            Map.entry("SpotProvisioningSpecification", Set.of("TimeoutDurationMinutes", "TimeoutAction")),
            Map.entry("OnDemandProvisioningSpecification", Set.of("AllocationStrategy")),
            Map.entry("EbsBlockDeviceConfig", Set.of("VolumeSpecification")),
            Map.entry("VolumeSpecification", Set.of("VolumeType", "SizeInGB")),
            Map.entry("StartJobRunRequest", Set.of("applicationId", "clientToken", "executionRoleArn")),
            Map.entry("SparkSubmit", Set.of("entryPoint")));

    /** The longest text that EMR takes anywhere. */
    private static final int MAX_LENGTH = 10_280;

    private final List<String> problems = new ArrayList<>();

    private ModelCheck() {}

    static List<String> problems(SdkPojo request) {
        ModelCheck check = new ModelCheck();
        check.members("", request);
        return check.problems;
    }

    private void members(String path, SdkPojo pojo) {
        Set<String> required = REQUIRED.getOrDefault(pojo.getClass().getSimpleName(), Set.of());
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            String at = path.isEmpty() ? field.memberName() : path + "." + field.memberName();
            if (value == null) {
                if (required.contains(field.locationName())) {
                    problems.add("Missing required " + at);
                }
            } else {
                checkEnum(at, pojo, field, value);
                checkLength(at, value);
                nested(at, value);
            }
        }
    }

    private void nested(String path, Object value) {
        if (value instanceof SdkPojo pojo) {
            members(path, pojo);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                nested(path + "[" + i + "]", list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> nested(path + "." + key, item));
        }
    }

    private void checkLength(String path, Object value) {
        if (value instanceof String text && text.length() > MAX_LENGTH) {
            problems.add("Invalid " + path + ": " + text.length() + " characters (must be at most " + MAX_LENGTH + ")");
        }
    }

    /** A member of an enum has two readers: {@code market()} and {@code marketAsString()}; the first tells whether the SDK knows it. */
    private void checkEnum(String path, SdkPojo pojo, SdkField<?> field, Object value) {
        if (!(value instanceof String)) {
            return;
        }
        String name = field.memberName().substring(0, 1).toLowerCase(Locale.ROOT)
                + field.memberName().substring(1);
        try {
            pojo.getClass().getMethod(name + "AsString");
            Object constant = pojo.getClass().getMethod(name).invoke(pojo);
            if (constant instanceof Enum<?> known && known.name().equals(UNKNOWN)) {
                problems.add("Invalid " + path + ": " + value + " (must be one that the API knows)");
            }
        } catch (NoSuchMethodException e) {
            return; // No enum.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + path, e);
        }
    }
}
