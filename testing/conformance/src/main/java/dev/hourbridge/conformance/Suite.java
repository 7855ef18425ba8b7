package dev.hourbridge.conformance;

/** Rules that need a service. */
interface Suite {
    /** The service of this test. */
    ServiceUnderTest service();
}
