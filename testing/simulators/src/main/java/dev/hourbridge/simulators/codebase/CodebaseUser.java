package dev.hourbridge.simulators.codebase;

/** A user of {@link CodebaseSimulator}. */
record CodebaseUser(long id, String name, String apiKey) {
    @Override
    public String toString() {
        return "CodebaseUser[" + id + ", " + name + "]";
    }
}
