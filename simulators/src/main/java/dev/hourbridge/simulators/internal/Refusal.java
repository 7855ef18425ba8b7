package dev.hourbridge.simulators.internal;

import java.util.List;

/** A request that the service does not accept; it renders the reasons in its own shape. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String[] reasons;

    public Refusal(int status, String... reasons) {
        // A refusal is an answer, not a failure of the simulator: nobody will read its stack.
        super(String.join("; ", reasons), null, false, false);
        this.status = status;
        this.reasons = reasons.clone();
    }

    public int status() {
        return status;
    }

    public List<String> reasons() {
        return List.of(reasons);
    }
}
