package dev.hourbridge.simulators.livetimer;

import java.util.Set;

/** A user of the account, with the assigned projects and activities. */
record LiveTimerUser(
        long id,
        String name,
        String password,
        boolean active,
        boolean viewsReports,
        Set<Long> projects,
        Set<Long> activities) {
    @Override
    public String toString() {
        return "LiveTimerUser[" + id + "]";
    }
}
