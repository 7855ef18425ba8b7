package dev.hourbridge.simulators.livetimer;

/**
 * A client, project, task or activity.
 *
 * <p>An inactive item remains in old entries. The service also permits new entries on it.
 *
 * @param parentId the client of a project or the project of a task; otherwise 0
 */
record LiveTimerItem(long id, String name, boolean active, long parentId) {}
