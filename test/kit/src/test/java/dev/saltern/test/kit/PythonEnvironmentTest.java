/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.test.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PythonEnvironmentTest {
    @TempDir
    private Path folder;

    @Test
    void aMachineWithoutPythonIsToldWhatToInstall() {
        assertThatThrownBy(() -> PythonEnvironment.require(folder, "python-of-nobody"))
                .hasMessage("Cannot start python-of-nobody for the AWS emulator: python-of-nobody is not on the PATH."
                        + " Install Python 3.9 or newer with venv (on Debian: apt-get install python3 python3-venv)");
    }

    @Test
    void aPythonWithoutVenvIsToldWhatToInstall() throws Exception {
        Path python = program("case $* in *venv*) echo 'No module named venv' >&2; exit 1 ;; *) echo 3.11 ;; esac");

        assertThatThrownBy(() -> PythonEnvironment.require(folder.resolve("cache"), python.toString()))
                .hasMessage("Cannot make a virtual environment for the AWS emulator: No module named venv."
                        + " Install Python 3.9 or newer with venv (on Debian: apt-get install python3 python3-venv)");
    }

    @Test
    void anEnvironmentIsMadeOnceAndAnUnfinishedOneAgain() throws Exception {
        Path cache = folder.resolve("cache");
        Path made = folder.resolve("made");
        Path python = program(
                "case $* in *venv*) echo made >>'" + made + "'; mkdir -p \"$3/bin\"; cp \"$0\" \"$3/bin/pip\" ;; esac");

        Path first = PythonEnvironment.require(cache, python.toString()).interpreter();
        PythonEnvironment.require(cache, python.toString());
        assertThat(Files.readAllLines(made)).hasSize(1);

        Files.delete(first.getParent().getParent().resolve("complete"));
        Files.writeString(first, "left by a killed maker");
        PythonEnvironment.require(cache, python.toString());
        assertThat(Files.readAllLines(made)).hasSize(2);
        assertThat(first).doesNotExist();
    }

    private Path program(String body) throws Exception {
        Path program = folder.resolve("python");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
