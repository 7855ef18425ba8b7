package dev.hourbridge.simulators.livetimer;

/**
 * A client, project, task or activity.
 *
 * @param parentId the client of a project, the project of a task; else 0
 */
record LiveTimerItem(long id, String name, boolean active, long parentId) {}
