package dev.hourbridge.simulators.livetimer;

/**
 * A client, project, task or activity.
 *
 * <p>An inactive item stays in old entries; the service permits new entries on it, too.
 *
 * @param parentId the client of a project, the project of a task; else 0
 */
record LiveTimerItem(long id, String name, boolean active, long parentId) {}
