package dev.hourbridge.conformance;

/** A set of rules that are tested on a service. */
interface Suite {
    /** Returns the service for this test. */
    ServiceUnderTest service();
}
