package dev.hourbridge.teampulse;

/**
 * The form of an access token in the {@code Authorization} header. TeamPulse's documents, its own client and the WRAP
 * draft disagree. If a service responds with 401 to a new token, it may require another form.
 */
public enum TokenForm {
    /** {@code WRAP access_token=…}, as the vendor's client sends it. */
    PLAIN,
    /** {@code WRAP access_token="…"}, as in the examples of the WRAP draft. */
    QUOTED,
    /** {@code WRAP access_token=…} with the token percent-encoded again, as TeamPulse's guide states. */
    ENCODED
}
