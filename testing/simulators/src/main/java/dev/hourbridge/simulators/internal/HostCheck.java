package dev.hourbridge.simulators.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a request names this server as its host. A web page whose author makes a name resolve to 127.0.0.1 can
 * reach the server from a browser, but the request contains that name.
 *
 * <p>This attack is known as DNS rebinding. With the check, a simulator on a developer's machine cannot be read by a
 * web page.
 */
final class HostCheck {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127(\\." + BYTE + "){3}|\\[::1]):([0-9]{1,5})", Pattern.CASE_INSENSITIVE);
    private static final int PORT_GROUP = 4;

    private HostCheck() {}

    /**
     * Checks the Host header.
     *
     * @throws RejectedRequestException with 400 without a host, with 421 if it is not a loopback name or address
     *     with this port
     */
    static void check(Call call, int port) {
        String host = call.header("Host").orElse("");
        if (host.isEmpty()) {
            throw new RejectedRequestException(400);
        }
        Matcher loopback = LOOPBACK.matcher(host);
        if (!loopback.matches() || Integer.parseInt(loopback.group(PORT_GROUP)) != port) {
            throw new RejectedRequestException(421);
        }
    }
}
