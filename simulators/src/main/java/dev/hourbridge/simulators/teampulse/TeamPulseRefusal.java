package dev.hourbridge.simulators.teampulse;

import dev.hourbridge.simulators.internal.Reply;

/** A request that TeamPulse does not accept, with the answer: its errors have several shapes. */
final class TeamPulseRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reply reply;

    TeamPulseRefusal(Reply reply) {
        // A refusal is an answer, not a failure of the simulator: nobody will read its stack.
        super("refused with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
