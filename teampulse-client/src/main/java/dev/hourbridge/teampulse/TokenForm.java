package dev.hourbridge.teampulse;

/**
 * How an access token goes into the {@code Authorization} header. TeamPulse's documents, its own client
 * and the WRAP draft disagree; a service that answers 401 to a fresh token may want another form.
 */
public enum TokenForm {
    /** {@code WRAP access_token=…}, as its own client sends it. */
    PLAIN,
    /** {@code WRAP access_token="…"}, as the examples of the WRAP draft have it. */
    QUOTED,
    /** {@code WRAP access_token=…} with the token percent-encoded once more, as TeamPulse's guide says. */
    ENCODED
}
