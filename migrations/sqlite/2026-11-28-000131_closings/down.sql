-- The figures of purged quarters are nowhere else.
DROP TABLE closing;
