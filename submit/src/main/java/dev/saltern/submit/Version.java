/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into {@code version.properties}. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return new String[] {
                "saltern " + properties.getProperty("version", "(unknown)") + ", Java " + Runtime.version()
            };
        }
    }
}
