package dev.hourbridge.http.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.Route;

/**
 * Rejects a plain http request whose connection leaves this machine, before any byte is sent. Checking the name in the
 * base URL is not sufficient: a proxy may receive the request, and a hosts file may map {@code localhost} to any
 * address.
 */
final class PlainHttpGuard implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        if (!chain.request().isHttps() && connection != null) {
            check(connection.route());
        }
        return chain.proceed(chain.request());
    }

    private static void check(Route route) throws ExposedException {
        if (route.proxy().type() != Proxy.Type.DIRECT) {
            throw new ExposedException("a proxy");
        }
        InetAddress address = route.socketAddress().getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new ExposedException(address == null ? "an unknown address" : address.getHostAddress());
        }
    }

    /** Thrown if the connection leads to another machine. */
    static final class ExposedException extends IOException {
        private static final long serialVersionUID = 1L;

        /**
         * Creates an exception.
         *
         * @param where the proxy or address
         */
        ExposedException(String where) {
            super(where);
        }
    }
}
