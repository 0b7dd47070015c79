/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class an AWS emulator that holds nothing yet, as a parameter of type {@link Aws}: {@code
 * @ExtendWith(AwsEmulator.class)}.
 *
 * <p>All classes of a JVM share one server, which starts with the first of them and ends with the JVM; each class finds it empty. The
 * first run on a machine installs it, in a folder of its own, for which it needs Python 3 with venv. The default credentials of the SDK are
 * the emulator's from then on.
 */
public final class AwsEmulator implements BeforeAllCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(AwsEmulator.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean nested =
                context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nested) {
            server(context).aws().reset();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Aws.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context).aws();
    }

    private static EmulatorProcess server(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(EmulatorProcess.class, ignored -> start(), EmulatorProcess.class);
    }

    private static EmulatorProcess start() {
        // The SDK and S3A look here before anywhere else, so that no test can reach an account.
        System.setProperty("aws.accessKeyId", Aws.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", Aws.ACCESS_KEY);
        System.setProperty("aws.region", Aws.REGION);
        return EmulatorProcess.start(PythonEnvironment.require());
    }
}
