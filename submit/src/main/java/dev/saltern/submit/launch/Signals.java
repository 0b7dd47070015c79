/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.launch;

import dev.saltern.conf.ExitCode;
import dev.saltern.submit.aws.RealPace;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What happens on Ctrl-C and SIGTERM: the first asks the launch to end what it started; the second leaves at once, and the tags' time to
 * live is the net.
 *
 * <p>A shutdown hook would not do: the virtual machine ignores a second signal while its hooks run. The class that hears signals is not
 * of the Java platform, though in every JDK, so it is found by its name.
 */
public final class Signals {
    private static final List<String> NAMES = List.of("INT", "TERM");

    private Signals() {}

    /** Listens from here on. */
    public static void listen(Stop stop, RealPace pace, Voice voice) {
        Runnable heard = () -> {
            if (stop.request()) {
                Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
            }
            pace.wake();
            voice.say("Interrupted: ending what was launched. Once more leaves at once");
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object listener = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            heard.run();
                            return null;
                        }
                        return method.getName().equals("equals")
                                ? Boolean.valueOf(proxy == arguments[0])
                                : Integer.valueOf(0);
                    });
            for (String name : NAMES) {
                Object known = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, known, listener);
            }
        } catch (ReflectiveOperationException e) {
            voice.say("This Java does not hear signals: end a launch with saltern stop");
        }
    }
}
