"""The road of an edition from concept to public: the steward's commands."""
