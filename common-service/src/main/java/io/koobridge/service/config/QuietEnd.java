package io.koobridge.service.config;

import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.TaskUtils;
import org.springframework.util.ErrorHandler;

/**
 * Lets a service end in silence while a binding still waits for its broker: that binding would be tried again by a scheduler that takes nothing more, which only
 * happens at the end. By default that is an error with a stack.
 */
final class QuietEnd implements ThreadPoolTaskSchedulerCustomizer, ErrorHandler {

    @Override
    public void customize(ThreadPoolTaskScheduler scheduler) {
        scheduler.setErrorHandler(this);
    }

    @Override
    public void handleError(Throwable error) {
        if (!(error instanceof TaskRejectedException)) {
            TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(error);
        }
    }
}
