"""invoer: what comes in (forms, workbooks, figures of the CBS), as a difference to review."""
