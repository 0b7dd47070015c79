/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.conf.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Terminal TERMINAL = new Terminal(true, 20, true, true);

    /** Whatever is drawn, said and cleared in whatever order: what was said stays, and of what was drawn the last frame. */
    @Test
    void whatIsSaidStaysAndWhatIsDrawnIsReplaced() {
        Random random = new Random(7);
        for (int trial = 0; trial < 200; trial++) {
            Glass glass = new Glass(20);
            Screen screen = new Screen(new PrintWriter(glass), TERMINAL);
            List<String> said = new ArrayList<>();
            List<String> drawn = List.of();
            for (int step = 0; step < 12; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        said.add("said " + step);
                        screen.say("said " + step);
                        drawn = List.of();
                    }
                    case 1 -> {
                        screen.clear();
                        drawn = List.of();
                    }
                    default -> {
                        drawn = random.ints(1 + random.nextInt(4), 1, 30)
                                .mapToObj("x"::repeat)
                                .toList();
                        screen.draw(drawn);
                    }
                }
                List<String> seen = new ArrayList<>(said);
                drawn.forEach(line -> seen.add(line.substring(0, Math.min(20, line.length()))));
                assertThat(glass.seen()).isEqualTo(String.join("\n", seen));
                assertThat(glass.wraps()).isTrue();
            }
        }
    }

    @Test
    void aFileGetsPlainLinesOnly() {
        StringWriter file = new StringWriter();
        Screen screen = new Screen(new PrintWriter(file), Terminal.PLAIN);

        screen.draw(List.of("a bar"));
        screen.say("a line");
        screen.clear();

        assertThat(file.toString()).isEqualTo("a line" + System.lineSeparator());
    }
}
