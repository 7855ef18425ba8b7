package dev.hourbridge.simulators.codebase;

/** Someone who may sign in to {@link CodebaseSimulator}. */
record CodebaseUser(long id, String name, String apiKey) {
    @Override
    public String toString() {
        return "CodebaseUser[" + id + ", " + name + "]";
    }
}
