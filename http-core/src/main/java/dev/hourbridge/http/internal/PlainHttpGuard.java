package dev.hourbridge.http.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.Route;

/**
 * Ends a plain http request whose connection does not stay on this machine, before any byte of it leaves. The
 * name in a base URL is not enough: a proxy takes what is sent to it, and a hosts file maps {@code localhost}
 * to any address.
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

    /** The connection leads to another machine. */
    static final class ExposedException extends IOException {
        private static final long serialVersionUID = 1L;

        /**
         * For a connection that leads elsewhere.
         *
         * @param where a proxy or an address
         */
        ExposedException(String where) {
            super(where);
        }
    }
}
