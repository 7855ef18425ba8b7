package dev.hourbridge.resilience.wire;

import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authority, what it signs, and clients that trust it. */
public final class Certificates {
    /** The name that good certificates are for. */
    public static final String HOST = "localhost";

    private final HeldCertificate authority = authority();

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Test authority")
                .build();
    }

    /** A server's sockets, with a certificate that all is well with. */
    public ServerSocketFactory good() {
        return sockets(certificate(authority).build());
    }

    /** With a certificate of an authority that nobody knows. */
    public ServerSocketFactory ofUnknownAuthority() {
        return sockets(certificate(authority()).build());
    }

    /** With one that nobody but itself signed. */
    public ServerSocketFactory selfSigned() {
        return sockets(
                new HeldCertificate.Builder().addSubjectAlternativeName(HOST).build());
    }

    /** With one that was good until an hour ago. */
    public ServerSocketFactory expired() {
        long now = System.currentTimeMillis();
        return sockets(certificate(authority)
                .validityInterval(now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.HOURS.toMillis(1))
                .build());
    }

    /** With one that will be good in an hour. */
    public ServerSocketFactory early() {
        long now = System.currentTimeMillis();
        return sockets(certificate(authority)
                .validityInterval(now + TimeUnit.HOURS.toMillis(1), now + TimeUnit.DAYS.toMillis(9))
                .build());
    }

    /** With one of another host. */
    public ServerSocketFactory ofOtherHost() {
        return sockets(new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("example.com")
                .build());
    }

    private static HeldCertificate.Builder certificate(HeldCertificate signer) {
        return new HeldCertificate.Builder().signedBy(signer).addSubjectAlternativeName(HOST);
    }

    private static ServerSocketFactory sockets(HeldCertificate certificate) {
        HandshakeCertificates server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        return server.sslContext().getServerSocketFactory();
    }

    /** A client that trusts the authority. */
    public OkHttpClient trusting() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(authority.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }
}
