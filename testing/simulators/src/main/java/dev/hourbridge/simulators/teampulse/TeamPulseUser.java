package dev.hourbridge.simulators.teampulse;

/** A user of {@link TeamPulseSimulator}. */
record TeamPulseUser(long id, String username, String password, String firstName, String lastName) {
    /** Returns the display name. */
    String displayName() {
        return firstName + " " + lastName;
    }

    @Override
    public String toString() {
        return "TeamPulseUser[" + id + ", " + username + "]";
    }
}
